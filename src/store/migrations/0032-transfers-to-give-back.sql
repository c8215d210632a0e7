-- Money of transfers that goes back to who sent it: of orders that were cancelled after they were paid, and of
-- transfers that came for an order which no longer waited for one. It is owed until somebody says on which day it
-- was given back.
CREATE TABLE transfer_return (
  partner_id text NOT NULL,
  return_id uuid NOT NULL DEFAULT gen_random_uuid(),
  order_id uuid NOT NULL,
  cause text NOT NULL CHECK (cause IN ('cancelled', 'expired', 'refused', 'paid-twice')),
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency text NOT NULL,
  -- As the bank names the transfer that came. NULL: nobody wrote it down when it came.
  bank_reference text,
  owed_since timestamptz NOT NULL,
  given_back_on date,
  given_back_by text,
  PRIMARY KEY (partner_id, return_id),
  FOREIGN KEY (partner_id, order_id) REFERENCES membership_order,
  CHECK ((given_back_on IS NULL) = (given_back_by IS NULL))
);
-- One transfer is given back once.
CREATE UNIQUE INDEX transfer_return_once ON transfer_return (partner_id, order_id, bank_reference) NULLS NOT DISTINCT;
CREATE INDEX transfer_return_owed ON transfer_return (owed_since, partner_id) WHERE given_back_on IS NULL;
CREATE INDEX transfer_return_given ON transfer_return (given_back_on DESC, partner_id) WHERE given_back_on IS NOT NULL;
CALL raise_wall('transfer_return');

-- A payer names an order by the beginning of its id, and of no company.
CREATE INDEX membership_order_by_id ON membership_order (order_id);

-- Orders that were cancelled after their transfer came, before this was kept.
DO $$
DECLARE before text := enter_scope('network');
BEGIN
  INSERT INTO transfer_return (partner_id, order_id, cause, amount_minor, currency, bank_reference, owed_since)
    SELECT partner_id, order_id, 'cancelled', amount_minor, currency, payment_reference, ended_at
    FROM membership_order
    WHERE method = 'transfer' AND state = 'cancelled' AND paid_at IS NOT NULL AND amount_minor > 0;
  PERFORM enter_scope(before);
END $$;
