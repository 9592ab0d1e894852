"""What services answer that have a page's comments: their JSON to a thread, without the network."""
