// Starts what pages do beyond what the server sends: wallets, signing, and the life of transactions.

import { startBulk } from "./bulk.js";
import { startClaim } from "./claim.js";
import { offerDemoWallet } from "./demo-wallet.js";
import { startHeader } from "./header.js";
import { findForgotten } from "./journal.js";
import { startMine } from "./mine.js";
import { startOriginals } from "./originals.js";
import { startSession } from "./session.js";
import { startForms } from "./sign.js";
import { startToasts } from "./toasts.js";
import { startWatching } from "./watch.js";

startToasts();
startHeader();
startMine();
startClaim();
startForms();
startOriginals();
startBulk();
offerDemoWallet();
startSession();
startWatching();
findForgotten();
