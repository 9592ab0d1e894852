"""Replies on their way to a site: what would be sent, the request that sends it, what came back.

    Draft, Page, Identity -> planning -> Plan      exactly what would go where, for the user to see
                                      or Obstacle  why it cannot be sent, and where a person can
    Plan -> outbox -> posting -> Answer -> the system's reading of it -> Delivery

Each way of taking replies is a module in `systems`. Nothing leaves without a plan that the user has
agreed to; the outbox puts on disk that a request is about to leave before it does.
"""
