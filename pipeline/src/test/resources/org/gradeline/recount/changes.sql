-- By the inspection's start date, else its publication.
WITH dated AS (
  SELECT
    scope, line, direction,
    CAST(substr(coalesce(started, published), 1, 4) AS INTEGER) AS calendar,
    CAST(substr(coalesce(started, published), 6, 2) AS INTEGER) AS month
  FROM step),
yearly AS (
  SELECT 'calendar' AS year_type, calendar AS begins, * FROM dated
  UNION ALL
  SELECT 'financial', CASE WHEN month >= 4 THEN calendar ELSE calendar - 1 END, * FROM dated
  UNION ALL
  SELECT 'academic', CASE WHEN month >= 9 THEN calendar ELSE calendar - 1 END, * FROM dated)
SELECT
  year_type,
  CASE
    WHEN year_type = 'calendar' THEN printf('%d', begins)
    ELSE printf('%d-%02d', begins, (begins + 1) % 100)
  END AS year,
  scope, line,
  count(*) AS inspections,
  count(*) FILTER (WHERE direction = 'improved') AS improved,
  count(*) FILTER (WHERE direction = 'same') AS same,
  count(*) FILTER (WHERE direction = 'declined') AS declined,
  count(*) FILTER (WHERE direction = 'first') AS first
FROM yearly
GROUP BY year_type, begins, scope, line
