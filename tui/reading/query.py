"""TEMP."""
from __future__ import annotations
from tui.errors import RejoinderError
from tui.reading.facts import Facts
class QueryError(RejoinderError): pass
class Query:
    def __init__(self,t:str)->None: self.t=t
    def matches(self,facts:Facts,index:int)->bool: return True
def parse_query(text:str)->Query: return Query(text)
