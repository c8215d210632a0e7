-- What every table stands on: the claims of a transaction, the walls between partners, append-only facts.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The partner this transaction speaks for; NULL without a claim, and NULL equals nothing.
CREATE FUNCTION claimed_partner() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('jalon.partner_id', true), '');

-- True only in transactions of operators and background work, which say so themselves.
CREATE FUNCTION claims_network() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('jalon.scope', true), '') = 'network';

-- Changes the scope and answers the one before, so that a function can look across the walls and step back. An
-- error in between undoes the change with the transaction.
CREATE FUNCTION enter_scope(scope text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE before text := coalesce(current_setting('jalon.scope', true), '');
BEGIN
  PERFORM set_config('jalon.scope', scope, true);
  RETURN before;
END $$;

-- A wall on a tenant table: rows of the claimed partner, or all of them for the network. FORCE holds the owner
-- too, so that a function that runs as owner is no way around. The sub-selects are evaluated once a query.
CREATE PROCEDURE raise_wall(relation regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation);
  EXECUTE format('CREATE POLICY own_partner ON %s USING (partner_id = (SELECT claimed_partner()))', relation);
  EXECUTE format('CREATE POLICY network ON %s USING ((SELECT claims_network()))', relation);
END $$;

-- A wall on a network table: nothing but the network sees it until a policy of the table says more.
CREATE PROCEDURE raise_network_wall(relation regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation);
  EXECUTE format('CREATE POLICY network ON %s USING ((SELECT claims_network()))', relation);
END $$;

-- Facts are never changed: a correction sets voided_at, once, and records the fact again.
CREATE FUNCTION refuse_change_of_fact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.voided_at IS NULL AND NEW.voided_at IS NOT NULL
     AND to_jsonb(NEW) - 'voided_at' = to_jsonb(OLD) - 'voided_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'facts of % are append-only: void the fact and record it again', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE PROCEDURE make_append_only(relation regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %s
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_fact()', relation);
  EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %s
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_fact()', relation);
END $$;
