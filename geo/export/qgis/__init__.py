"""Styles for QGIS: the map's colours, patterns and outlines as QML, and a GeoPackage that brings its own."""
