-- The first day on which an exemption holds. NULL: those recorded before this was asked for hold for all time before.
ALTER TABLE exemption ADD COLUMN valid_from date;
