"""UCDP GED, yearly and candidate, as UCDP or HDX publish them (UCDP GED Codebook)."""

from __future__ import annotations

from geo.publishers.base import Publisher
from geo.publishers.codes import precisions

UCDP = Publisher(
    name="ucdp",
    title="UCDP GED",
    columns=(
        "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
        "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
        "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office",
        "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description",
        "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
        "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
        "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
    ),
    telling=("id", "type_of_violence", "where_prec", "date_prec", "date_start", "best"),
    written_days=("date_start", "date_end"),
    lon="longitude",
    lat="latitude",
    day=("date_start",),
    type="type_of_violence",
    precision="where_prec",
    where=precisions("ucdp", "where_prec"),
)  # fmt: skip
