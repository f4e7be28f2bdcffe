"""What reading pages say, once for all who show it: plain data, and that data as safe HTML. No Streamlit, no map."""
