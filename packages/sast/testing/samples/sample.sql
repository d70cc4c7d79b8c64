-- a comment
CREATE TABLE IF NOT EXISTS users (id INT PRIMARY KEY, name VARCHAR(20) NOT NULL DEFAULT 'x', at TIMESTAMP);
CREATE INDEX i ON users (name);
CREATE VIEW v AS SELECT * FROM users;
ALTER TABLE users ADD COLUMN age INT;
INSERT INTO users (id, name) VALUES (1, 'it''s'), (2, NULL);
UPDATE users SET name = 'b', age = age + 1 WHERE id = 1 AND NOT name LIKE '%c%';
DELETE FROM users WHERE id IN (1, 2) OR age BETWEEN 1 AND 2;
SELECT u.id AS a, COUNT(*) c, CAST(x AS INT), CASE WHEN a > 1 THEN 'y' ELSE 'z' END
FROM public.users u LEFT JOIN roles r ON r.id = u.role
WHERE u.name = $1 AND EXISTS (SELECT 1 FROM t) AND deleted IS NULL
GROUP BY u.id HAVING COUNT(*) > 1 ORDER BY a DESC LIMIT 10;
DROP TABLE users;
