-- Orders of memberships, and the documents about them. An order is work under way and changes its state; what was
-- bought is a fact in `membership`, and what was done stands in the trail.

CREATE TABLE membership_order (
  partner_id text NOT NULL REFERENCES partner,
  order_id uuid NOT NULL DEFAULT gen_random_uuid(),
  programme text NOT NULL,
  offer text NOT NULL,
  -- 'level' of all offers with a level, of which a company has one open order at a time; else the offer itself.
  slot text NOT NULL,
  act text NOT NULL CHECK (act IN ('purchase', 'upgrade', 'renewal')),
  method text NOT NULL CHECK (method IN ('card', 'transfer')),
  state text NOT NULL
    CHECK (state IN ('created', 'pending-payment', 'active', 'refused', 'expired', 'cancelled')),
  listed_minor bigint NOT NULL CHECK (listed_minor >= 0),
  amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
  percent_off integer NOT NULL,
  currency text NOT NULL,
  placed_at timestamptz NOT NULL,
  placed_by text NOT NULL,
  pay_by date NOT NULL,
  -- First day of what is bought, where it is not the day of the payment: the anniversary that a renewal continues.
  begins_on date,
  paid_at timestamptz,
  -- As the gateway or the bank names the payment.
  payment_reference text,
  -- Why a card was refused, as the gateway says it.
  refusal text,
  ended_at timestamptz,
  membership_id uuid,
  PRIMARY KEY (partner_id, order_id),
  FOREIGN KEY (partner_id, membership_id) REFERENCES membership,
  CHECK ((state = 'active') <= (paid_at IS NOT NULL AND membership_id IS NOT NULL))
);
CREATE UNIQUE INDEX membership_order_open ON membership_order (partner_id, programme, slot)
  WHERE state IN ('created', 'pending-payment');
CREATE INDEX membership_order_by_time ON membership_order (partner_id, placed_at DESC);
CREATE INDEX membership_order_to_pay ON membership_order (pay_by, partner_id)
  WHERE state IN ('created', 'pending-payment');
CALL raise_wall('membership_order');

-- A paid order has an invoice, one that was cancelled afterwards a credit note as well.
CREATE TABLE billing_document (
  partner_id text NOT NULL,
  document_id uuid NOT NULL DEFAULT gen_random_uuid(),
  order_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('invoice', 'credit-note')),
  year integer NOT NULL,
  number integer NOT NULL,
  issued_at timestamptz NOT NULL,
  -- Of an invoice: who sold what to whom, as of the day of issue. NULL: it was issued before this database knew of it.
  content jsonb,
  PRIMARY KEY (partner_id, document_id),
  FOREIGN KEY (partner_id, order_id) REFERENCES membership_order
);
CREATE UNIQUE INDEX billing_document_once ON billing_document (partner_id, order_id, kind);
CALL raise_wall('billing_document');

-- The last number of each year, of the network as a whole, which sends the invoices.
CREATE TABLE billing_number (
  partner_id text NOT NULL REFERENCES partner,
  year integer NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (partner_id, year)
);
CALL raise_wall('billing_number');

-- The next number, without gaps: the row is held until the transaction ends, and an undone transaction gives it back.
CREATE FUNCTION next_billing_number(of_year integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jalon, pg_temp AS $$
DECLARE
  before text := enter_scope('network');
  given integer;
BEGIN
  INSERT INTO billing_number AS n (partner_id, year, last) VALUES ('network', of_year, 1)
    ON CONFLICT (partner_id, year) DO UPDATE SET last = n.last + 1 RETURNING last INTO given;
  PERFORM enter_scope(before);
  RETURN given;
END $$;
