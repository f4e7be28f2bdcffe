"""The app as it is served: `streamlit run app.py`. What each page draws is in `map.py` and `pages/`."""

from __future__ import annotations

import streamlit as st

from serving.api.api import Api
from serving.preview import Previews
from serving.read import ReaderEdition
from serving.seen import route as seen_route
from serving.sitemap import route as sitemap_route
from serving.stack import middleware
from serving.warm import warmed

routes = [Previews().route(), *ReaderEdition().routes(), Api().route(), seen_route(), sitemap_route()]
app = st.App("map.py", routes=routes, middleware=middleware(), lifespan=warmed)
