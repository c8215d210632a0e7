-- The reserved partner of operators and support exists from the start.
SELECT set_config('jalon.scope', 'network', true);
INSERT INTO partner (partner_id, kind, name) VALUES ('network', 'network', 'Network');
