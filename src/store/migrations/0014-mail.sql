-- What is to be sent, and what was. The text of a mail may carry a sign-in secret: it is kept sealed, and only until
-- the mail is sent.
CREATE TABLE outgoing_mail (
  partner_id text NOT NULL REFERENCES partner,
  mail_id uuid NOT NULL DEFAULT gen_random_uuid(),
  -- The user it is sent to; NULL for addresses that are nobody's (an enquiry, a learning account's address).
  user_id uuid,
  kind text NOT NULL,
  recipient text NOT NULL,
  locale text NOT NULL CHECK (locale IN ('fr', 'en')),
  subject text NOT NULL,
  sealed_content bytea,
  -- Of mails with one key only the first is kept: a reminder goes out once in its cycle.
  once_key text,
  created_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  sent_at timestamptz,
  -- The last attempt failed; the reason as the mail server gave it.
  failed_at timestamptz,
  failure text,
  PRIMARY KEY (partner_id, mail_id),
  FOREIGN KEY (partner_id, user_id) REFERENCES app_user
);
CREATE UNIQUE INDEX outgoing_mail_once ON outgoing_mail (partner_id, once_key) WHERE once_key IS NOT NULL;
CREATE INDEX outgoing_mail_by_time ON outgoing_mail (partner_id, created_at DESC);
CREATE INDEX outgoing_mail_of_user ON outgoing_mail (partner_id, user_id) WHERE user_id IS NOT NULL;
CALL raise_wall('outgoing_mail');
