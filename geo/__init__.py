"""The domain: places, dated claims and events, who holds what on a day. No Streamlit, clock or network."""
