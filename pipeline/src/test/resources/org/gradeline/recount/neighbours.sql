-- Open councils among their open neighbours, whatever the framework, at the run's own date.
WITH own AS (
  SELECT standing.as_at, standing.published_by, la_code, line, grade, grade_rank
  FROM standing
  JOIN run USING (as_at, published_by)
  LEFT JOIN in_force USING (as_at, published_by, scope, line, la_code)
  WHERE scope = 'any'),
compared AS (
  SELECT
    own.as_at, own.la_code, own.line, own.grade, own.grade_rank,
    count(other.la_code) AS neighbours,
    count(other.grade_rank) AS graded,
    count(*) FILTER (WHERE other.grade_rank = 1) AS first,
    count(*) FILTER (WHERE other.grade_rank = 2) AS second,
    count(*) FILTER (WHERE other.grade_rank = 3) AS third,
    count(*) FILTER (WHERE other.grade_rank = 4) AS fourth,
    count(*) FILTER (WHERE other.grade_rank < own.grade_rank) AS better,
    count(*) FILTER (WHERE other.grade_rank = own.grade_rank) AS same,
    count(*) FILTER (WHERE other.grade_rank > own.grade_rank) AS worse
  FROM own
  LEFT JOIN statistical_neighbours AS n ON n.la_code = own.la_code
  LEFT JOIN own AS other ON other.la_code = n.neighbour_la_code AND other.line = own.line
  GROUP BY own.la_code, own.line)
SELECT
  as_at, la_code, council, line, grade, neighbours, graded,
  CASE scale WHEN 'childrens_services' THEN first END AS outstanding,
  CASE scale WHEN 'childrens_services' THEN second END AS good,
  CASE scale WHEN 'childrens_services' THEN third END AS requires_improvement,
  CASE scale WHEN 'childrens_services' THEN fourth END AS inadequate,
  CASE scale WHEN 'send_2016' THEN first END AS not_required,
  CASE scale WHEN 'send_2016' THEN second END AS required,
  CASE scale WHEN 'send_2023' THEN first END AS typically_positive,
  CASE scale WHEN 'send_2023' THEN second END AS inconsistent,
  CASE scale WHEN 'send_2023' THEN third END AS widespread_failings,
  round(100.0 * (first + CASE pass_mark WHEN 2 THEN second ELSE 0 END) / nullif(graded, 0), 4)
    AS good_or_outstanding_percent,
  CASE WHEN grade_rank IS NOT NULL THEN better END AS better,
  CASE WHEN grade_rank IS NOT NULL THEN same END AS same,
  CASE WHEN grade_rank IS NOT NULL THEN worse END AS worse,
  CASE WHEN grade_rank IS NOT NULL THEN better + 1 END AS position
FROM compared
JOIN councils USING (la_code)
JOIN line USING (line)
JOIN scale USING (scale)
