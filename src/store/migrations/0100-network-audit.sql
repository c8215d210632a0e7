-- The trails of all companies are searched from the newest entry back. Each question has an order of its own to walk in,
-- which is the order of the answer: a page costs what it shows, however long the trails are.
CREATE INDEX audit_event_by_time ON audit_event (at DESC, partner_id DESC, sequence DESC);
CREATE INDEX audit_event_by_partner ON audit_event (partner_id, at DESC, sequence DESC);
CREATE INDEX audit_event_by_actor ON audit_event (actor, at DESC, partner_id DESC, sequence DESC);
CREATE INDEX audit_event_by_subject ON audit_event (subject, at DESC, partner_id DESC, sequence DESC)
  WHERE subject IS NOT NULL;
CREATE INDEX audit_event_by_action ON audit_event (action, at DESC, partner_id DESC, sequence DESC);
