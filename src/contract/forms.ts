/** Forms of what people type, checked alike on the page, at the server and on the command line. */
export const EMAIL_FORM = /^[^\s@]+@[^\s@]+$/;
export const PARTNER_ID_FORM = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
export const COUNTRY_FORM = /^[A-Z]{2}$/;
export const SHORTEST_PASSWORD = 12;
