"""What programs are given: answers as bytes, the files of `/api/v1/`, styles for QGIS, feeds."""
