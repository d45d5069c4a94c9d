"""What a councillor brings to the rostrum: a briefing, slides, a workbook and drafts of a path."""
