PRAGMA application_id = 1701734263;
PRAGMA user_version = 3;

CREATE TRIGGER journal_is_never_rewritten BEFORE UPDATE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is never rewritten'); END;

CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is never shortened'); END;

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  platform TEXT NOT NULL,
  user_name TEXT NOT NULL,
  registered_email TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE actions (
  action TEXT PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES journal (position),
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE clients (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  reading TEXT NOT NULL,
  kind TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE contracts (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES accounts (id),
  client TEXT NOT NULL REFERENCES clients (id),
  title TEXT NOT NULL,
  format TEXT NOT NULL,
  url TEXT,
  number TEXT,
  amount INTEGER,
  delivery_due TEXT,
  contact_reason TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE copies (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  draft TEXT NOT NULL,
  found TEXT NOT NULL,
  text TEXT NOT NULL,
  day TEXT NOT NULL,
  time TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE corrections (
  id TEXT PRIMARY KEY,
  platform TEXT NOT NULL,
  path TEXT NOT NULL,
  value TEXT NOT NULL,
  shipped TEXT NOT NULL,
  source TEXT NOT NULL,
  address TEXT NOT NULL,
  looked TEXT NOT NULL,
  note TEXT NOT NULL,
  UNIQUE (platform, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_corrections (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  applied TEXT NOT NULL,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  counterparty TEXT NOT NULL,
  day TEXT NOT NULL,
  did TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  reason TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  evidence TEXT NOT NULL UNIQUE REFERENCES evidence (id),
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  counterparty TEXT NOT NULL,
  day TEXT NOT NULL,
  amount INTEGER,
  note TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL,
  original_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  captured TEXT NOT NULL,
  origin TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_links (
  id TEXT PRIMARY KEY,
  evidence TEXT NOT NULL REFERENCES evidence (id),
  contract TEXT NOT NULL REFERENCES contracts (id),
  fact_kind TEXT,
  fact TEXT,
  CHECK ((fact_kind IS NULL) = (fact IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE form_drafts (
  name TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  saved TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE inquiries (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  entrance TEXT NOT NULL,
  sender TEXT NOT NULL,
  body TEXT NOT NULL,
  sent_day TEXT NOT NULL,
  sent_time TEXT,
  reply_day TEXT,
  reply_time TEXT,
  reply_result TEXT,
  reply_text TEXT,
  -- An answer is there as a whole or not at all.
  CHECK ((reply_day IS NULL) = (reply_result IS NULL) AND (reply_day IS NULL) = (reply_text IS NULL)),
  CHECK (reply_day IS NOT NULL OR reply_time IS NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  position INTEGER PRIMARY KEY,
  origin TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  op TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  -- Which contracts it is about, joined by a space. Derived from the facts, so not part of the hash.
  about TEXT NOT NULL,
  -- Last, because it is long: the columns before it are read without it.
  facts TEXT NOT NULL
) STRICT;

CREATE TABLE journal_about (
  contract TEXT NOT NULL,
  position INTEGER NOT NULL REFERENCES journal (position),
  PRIMARY KEY (contract, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outside_contacts (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  channel TEXT NOT NULL,
  day TEXT NOT NULL,
  time TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE payments (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  amount INTEGER NOT NULL,
  day TEXT NOT NULL,
  time TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE requests (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  filed_by TEXT NOT NULL,
  day TEXT NOT NULL,
  time TEXT,
  reason TEXT NOT NULL,
  channels TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE restrictions (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  party TEXT NOT NULL,
  day TEXT NOT NULL,
  time TEXT,
  words TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE rules_seen (
  platform TEXT PRIMARY KEY,
  said TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  guide TEXT NOT NULL,
  platform TEXT NOT NULL,
  contract TEXT REFERENCES contracts (id),
  started_day TEXT NOT NULL,
  started_time TEXT,
  course TEXT NOT NULL,
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  resumed TEXT NOT NULL CHECK (json_valid(resumed))
) STRICT, WITHOUT ROWID;

CREATE TABLE services (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  contact TEXT NOT NULL,
  deal TEXT NOT NULL,
  source TEXT,
  address TEXT NOT NULL,
  looked TEXT,
  support TEXT NOT NULL,
  answer_days INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sightings (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  looker TEXT NOT NULL,
  place TEXT NOT NULL,
  seen TEXT NOT NULL,
  day TEXT NOT NULL,
  time TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE stages (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  stage TEXT NOT NULL,
  day TEXT NOT NULL,
  time TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE statuses (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  value TEXT NOT NULL,
  witness TEXT NOT NULL,
  words TEXT,
  shown TEXT,
  day TEXT NOT NULL,
  time TEXT,
  note TEXT NOT NULL,
  -- What was seen was seen somewhere; hearsay has neither words nor a place.
  CHECK (CASE witness WHEN 'me' THEN shown IS NOT NULL ELSE words IS NULL AND shown IS NULL END)
) STRICT, WITHOUT ROWID;

CREATE TABLE wishes (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  channels TEXT NOT NULL,
  day TEXT NOT NULL,
  time TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX contracts_account ON contracts (account);

CREATE INDEX contracts_client ON contracts (client);

CREATE INDEX copies_contract ON copies (contract);

CREATE INDEX document_corrections_document ON document_corrections (document);

CREATE INDEX evidence_links_contract ON evidence_links (contract);

CREATE INDEX evidence_links_evidence ON evidence_links (evidence);

CREATE INDEX inquiries_contract ON inquiries (contract);

CREATE INDEX outside_contacts_contract ON outside_contacts (contract);

CREATE INDEX payments_contract ON payments (contract);

CREATE INDEX requests_contract ON requests (contract);

CREATE INDEX restrictions_contract ON restrictions (contract);

CREATE INDEX runs_contract ON runs (contract);

CREATE INDEX sightings_contract ON sightings (contract);

CREATE INDEX stages_contract ON stages (contract);

CREATE INDEX statuses_contract ON statuses (contract);

CREATE INDEX wishes_contract ON wishes (contract);
