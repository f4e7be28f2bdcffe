"""The API as it is served: the answers of `geo.answers` under `/api/v1/`, with what HTTP says around them."""
