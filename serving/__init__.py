"""What stands between the network and the pages: which hosts are answered, with which headers, how compressed."""
