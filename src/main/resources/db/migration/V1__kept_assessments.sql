-- Portable: the same statements for SQLite and PostgreSQL. Instants are milliseconds since 1970, days are ISO text.

create table assessment (
    id varchar(32) not null primary key,
    version integer not null,
    owner varchar(200),
    company varchar(200) not null,
    as_of varchar(10),
    language varchar(2) not null,
    answers text not null,
    created_at bigint not null,
    changed_at bigint not null
);

create index assessment_by_owner on assessment (owner, created_at, id);
create index assessment_by_age on assessment (changed_at);

-- The records themselves; those of a forgotten assessment are removed.
create table receipt (
    assessment varchar(32) not null,
    version integer not null,
    hash varchar(71) not null,
    body text not null,
    primary key (assessment, version)
);

-- One link for each receipt and each forgetting, numbered without gaps; never changed and never removed.
-- The body is that of links that are not receipts.
create table chain_link (
    position bigint not null primary key,
    kind varchar(10) not null,
    assessment varchar(32) not null,
    version integer not null,
    previous varchar(71),
    hash varchar(71) not null unique,
    body text
);

create index chain_link_by_assessment on chain_link (assessment, position);

-- One row: whoever appends to the chain locks it first.
create table chain_head (
    id integer not null primary key,
    position bigint not null,
    hash varchar(71)
);

insert into chain_head (id, position, hash) values (1, 0, null);

-- The rulebooks that receipts name, packed.
create table edition (
    fingerprint varchar(71) not null primary key,
    kept_at bigint not null,
    zip bytea not null
);

-- Which reply belongs to which key of a caller.
create table retry_key (
    caller varchar(200) not null,
    name varchar(200) not null,
    request varchar(71) not null,
    assessment varchar(32) not null,
    created_at bigint not null,
    primary key (caller, name)
);

create index retry_key_by_assessment on retry_key (assessment);
