-- A claim opens the facts of an account to a partner, so a transaction of the partner alone cannot write one: only
-- the association command and the bulk load can, which take the sight of the network and judge every partner's side.
DROP POLICY own_claims ON account_claim;
CREATE POLICY own_claims ON account_claim FOR SELECT USING (partner_id = (SELECT claimed_partner()));
