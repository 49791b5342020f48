// Starts what pages do beyond what the server sends: wallets, signing, and the life of transactions.

import "htmx.org/dist/htmx.min.js";
import { startBulk } from "./bulk.js";
import { startClaim } from "./claim.js";
import { startHeader } from "./header.js";
import { findForgotten } from "./journal.js";
import { startMine } from "./mine.js";
import { startOriginals } from "./originals.js";
import { startPage } from "./page.js";
import { startSession } from "./session.js";
import { startForms } from "./sign.js";
import { startSignIn } from "./sign-in.js";
import { startToasts } from "./toasts.js";
import { startWatching } from "./watch.js";

startPage();
startToasts();
startHeader();
startMine();
startClaim();
startForms();
startOriginals();
startBulk();
startSignIn();
startSession();
startWatching();
findForgotten();
