// Asks every other second how far a job is, says so on its page, and goes on once the job is over.
// Without this script the link on the page does the same.
"use strict";

const bar = document.getElementById("how-far");
const said = document.getElementById("said");

async function look() {
  const answer = await fetch(bar.dataset.state, { redirect: "error" });
  if (!answer.ok) throw new Error(answer.status);
  const job = await answer.json();
  if (said.textContent !== job.said) said.textContent = job.said;
  if (job.n_all) {
    bar.max = job.n_all;
    bar.value = job.n_done;
  }
  return job.is_over;
}

async function follow() {
  do {
    await new Promise((wake) => setTimeout(wake, 2000));
  } while (!(await look()));
  // The page itself knows where a job leads, and says why one failed.
  window.location.reload();
}

// A fault (the network is away, the session has ended) leaves the page as it is, with its link.
follow().catch(() => {});
