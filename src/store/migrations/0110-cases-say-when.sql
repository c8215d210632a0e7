-- When a missing skill was achieved, as the person says: NULL where it was not said.
ALTER TABLE support_case ADD achieved_on date;
