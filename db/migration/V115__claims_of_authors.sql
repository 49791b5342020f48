-- What an author lost is the sum of the reports of their samples: from the index alone, as they can be hundreds of thousands.
drop index claim_author;
create index claim_author on claim (author, model_id) include (amount, claimant) where kind = 'report';
