// Made of the program's enums, never edited by hand:
// mvn test-compile surefire:test -Dtest=VocabularyTest -Dvocabulary.write=true

export const vocabulary = {
  "claimKinds" : {
    "refund" : "Refund",
    "report-share" : "Report for a share",
    "report-owner" : "Report as the model's owner",
    "report-anyone" : "Take what is left"
  },
  "claimStatuses" : {
    "waiting" : "Waiting",
    "open" : "Open",
    "partly-claimed" : "Partly claimed",
    "claimed" : "Claimed",
    "refundable" : "Refundable",
    "reportable" : "Reportable",
    "anyone-can-take" : "Anyone can take"
  },
  "transactionKinds" : {
    "refund" : "Refund",
    "report" : "Report",
    "add-data" : "New sample"
  },
  "transactionStates" : {
    "sent" : {
      "title" : "Sent",
      "sentence" : "Sent, waiting for a block",
      "tone" : "",
      "settled" : false
    },
    "included" : {
      "title" : "In a block",
      "sentence" : "In a block, being indexed",
      "tone" : "",
      "settled" : false
    },
    "indexed" : {
      "title" : "Indexed",
      "sentence" : "In a block and indexed",
      "tone" : "good",
      "settled" : false
    },
    "final" : {
      "title" : "Final",
      "sentence" : "Final",
      "tone" : "good",
      "settled" : true
    },
    "replaced" : {
      "title" : "Replaced",
      "sentence" : "Replaced by another transaction",
      "tone" : "warn",
      "settled" : true
    },
    "cancelled" : {
      "title" : "Cancelled",
      "sentence" : "Cancelled by an empty transaction",
      "tone" : "warn",
      "settled" : true
    },
    "reverted" : {
      "title" : "Failed",
      "sentence" : "Failed: only gas was spent",
      "tone" : "bad",
      "settled" : true
    },
    "reorged" : {
      "title" : "Undone",
      "sentence" : "Undone: its block was replaced",
      "tone" : "warn",
      "settled" : false
    },
    "dropped" : {
      "title" : "Lost",
      "sentence" : "Lost: no node knows it any more",
      "tone" : "bad",
      "settled" : true
    },
    "unknown" : {
      "title" : "Not seen",
      "sentence" : "Not seen on the chain so far",
      "tone" : "warn",
      "settled" : false
    }
  },
  "transactionSteps" : [ "sent", "included", "indexed", "final" ]
};
