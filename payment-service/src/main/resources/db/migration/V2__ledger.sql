-- Debits are above zero, credits below; nothing is ever changed, only reversed.
create table journal_entry (
  id         uuid        primary key,
  kind       varchar(20) not null check (kind in ('charge', 'refund')),
  reference  uuid        not null,
  payment_id uuid        not null references payment,
  booked_at  timestamptz not null,
  unique (kind, reference)
);
create index journal_entry_of_payment on journal_entry (payment_id);

create table posting (
  id         uuid        primary key,
  entry_id   uuid        not null references journal_entry,
  account    varchar(20) not null check (account in ('provider_cash', 'creator_payable', 'platform_fee')),
  owner_id   uuid,
  product_id uuid,
  currency   varchar(3)  not null,
  amount     bigint      not null check (amount <> 0),
  check ((account = 'creator_payable') = (owner_id is not null))
);
create index posting_of_entry on posting (entry_id);
create index posting_of_account on posting (currency, account, owner_id) include (amount);

create function entry_balances() returns trigger language plpgsql as $$
begin
  if exists (select 1 from posting where entry_id = new.entry_id
             group by currency having sum(amount) <> 0) then
    raise exception 'journal entry % is not balanced', new.entry_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger entry_balances after insert on posting
  deferrable initially deferred for each row execute function entry_balances();

create function ledger_is_for_ever() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only' using errcode = 'check_violation';
end $$;
create trigger posting_is_for_ever before update or delete on posting
  for each row execute function ledger_is_for_ever();
create trigger entry_is_for_ever before update or delete on journal_entry
  for each row execute function ledger_is_for_ever();
