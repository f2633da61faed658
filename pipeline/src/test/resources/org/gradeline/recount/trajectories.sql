-- Each rating with the one before it. Comparable with it when framework and definition of the area
-- are the same: children in care covered care leavers too in inspections that started before 2023.
WITH defined AS (
  SELECT
    *,
    CASE
      WHEN line = 'in_care' AND framework = 'ilacs' AND coalesce(started, published) >= '2023-01-01'
      THEN 'ilacs without care leavers'
      ELSE framework
    END AS definition
  FROM step
  WHERE scope = 'any'),
followed AS (
  SELECT
    *,
    row_number() OVER council AS step,
    lag(definition) OVER council AS before_definition,
    lag(published) OVER council AS before_day
  FROM defined
  WINDOW council AS (PARTITION BY line, la_code ORDER BY place))
SELECT
  la_code, council, followed.line, step, framework, area, start_date, published_date, now.grade, now.grade_rank,
  before.grade AS previous_grade,
  before_rank - now.grade_rank AS change,
  direction,
  CASE
    WHEN length(before_published) = 10 AND length(published_date) = 10
    THEN julianday(published_date) - julianday(before_published)
  END AS days_since_previous,
  CASE
    WHEN before_rank IS NULL THEN NULL
    WHEN definition = before_definition THEN 'yes'
    ELSE 'with_care'
  END AS comparable,
  CASE
    -- Only where all visits of the time between are known.
    WHEN length(before_published) = 10 AND length(published_date) = 10
      AND before_published >= known_from AND published_date <= known_until
    THEN (SELECT count(*) FROM visit
          WHERE visit.la_code = followed.la_code AND day > before_day AND day <= followed.published
            AND day <= followed.as_at AND (visit.published IS NULL OR visit.published <= counted_to))
  END AS visits_since_previous,
  until AS in_force_until
FROM followed
JOIN councils USING (la_code)
JOIN line_area USING (line, framework)
JOIN line USING (line)
LEFT JOIN known USING (scheme)
JOIN line_grade AS now ON now.line = followed.line AND now.grade_rank = followed.grade_rank
LEFT JOIN line_grade AS before ON before.line = followed.line AND before.grade_rank = before_rank
