-- The open neighbours of open councils, the closest first, with the grade in force of each, at the run's own date.
WITH own AS (
  SELECT
    standing.as_at, standing.published_by, standing.la_code, standing.line, grade, grade_rank, published_date, grade_since
  FROM standing
  JOIN run USING (as_at, published_by)
  LEFT JOIN in_force USING (as_at, published_by, counted_to, scope, line, la_code)
  LEFT JOIN spell ON
    spell.scope = standing.scope AND spell.line = standing.line AND spell.la_code = standing.la_code
    AND spell.place = in_force.last_place
  WHERE standing.scope = 'any')
SELECT
  own.as_at, own.la_code, councils.council, own.line,
  row_number() OVER (PARTITION BY own.la_code, own.line ORDER BY n.position) AS neighbour_position,
  other.la_code AS neighbour_la_code, neighbour.council AS neighbour,
  other.grade, other.grade_rank, other.grade_since, other.published_date,
  CASE
    WHEN other.grade_rank < own.grade_rank THEN 'better'
    WHEN other.grade_rank = own.grade_rank THEN 'same'
    WHEN other.grade_rank > own.grade_rank THEN 'worse'
  END AS compared
FROM own
JOIN statistical_neighbours AS n ON n.la_code = own.la_code
JOIN own AS other ON other.la_code = n.neighbour_la_code AND other.line = own.line
JOIN councils ON councils.la_code = own.la_code
JOIN councils AS neighbour ON neighbour.la_code = other.la_code
