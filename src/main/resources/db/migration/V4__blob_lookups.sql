-- Who deletes bytes has them looked up in both tables that may name them: without these, row by row through all artifacts
-- and files of all users, for each of the bytes.
create index artifact_of_blob on artifact (blob_id);
create index file_of_blob on file (blob_id);
