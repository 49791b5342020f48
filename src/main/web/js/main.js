// Starts what pages do beyond what the server sends: wallets, signing, and the life of transactions.

import "htmx.org/dist/htmx.min.js";
import { startForms } from "./claims/add-data.js";
import { startBulk } from "./claims/bulk.js";
import { startClaim } from "./claims/claim.js";
import { startMine } from "./claims/mine.js";
import { startOriginals } from "./claims/originals.js";
import { startPage } from "./page/live.js";
import { startBatches } from "./signing/batch.js";
import { findForgotten, hearOtherTabs } from "./transactions/journal.js";
import { startToasts } from "./transactions/toasts.js";
import { startWatching } from "./transactions/watch.js";
import { startBalance } from "./wallet/balance.js";
import { startHeader } from "./wallet/menu.js";
import { startSession } from "./wallet/session.js";
import { startSignIn } from "./wallet/sign-in.js";

startPage();
startToasts();
startHeader();
startMine();
startClaim();
startForms();
startOriginals();
startBulk();
startBatches();
startBalance();
startSignIn();
startSession();
startWatching();
hearOtherTabs();
findForgotten();
