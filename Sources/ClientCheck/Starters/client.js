/** An OAuth 2.0 client with PKCE: signs the user in, keeps the tokens, prints the user's name. */
"use strict";
const { spawn } = require("node:child_process");
const { createHash, randomBytes } = require("node:crypto");
const { once } = require("node:events");
const fs = require("node:fs/promises");
const http = require("node:http");
const https = require("node:https");
const { setTimeout: sleep } = require("node:timers/promises");

const [TIMEOUT, LIMIT] = [5000, 1_000_000]; // A request ends before a lock is stale.
const SECURE = /^(https:\/\/|http:\/\/(127\.0\.0\.1|\[::1\])(:\d+)?\/)/i; // TLS, or this machine.
const setting = (name) => process.env["WORKBENCH_" + name] ?? "";

class Failure extends Error {} // A message for the user; the client ends after it.

// Text from outside can contain control characters.
const printable = (text) => String(text).replace(/(?! )[\p{C}\p{Z}]/gu, "?").slice(0, 300);

/** Sends a request and returns the status, the header fields, and the JSON object. */
async function send(url, { body, ...options } = {}) {
  const { protocol, host } = new URL(url);
  const { request } = protocol === "https:" ? https : http; // They follow no redirects.
  const signal = AbortSignal.timeout(TIMEOUT); // It limits the time of the body too.
  let text = "";
  try {
    const message = request(url, { ...options, signal, agent: false }).end(body);
    const [response] = await once(message, "response");
    for await (const part of response.setEncoding("utf8")) {
      text += part;
      if (text.length > LIMIT) throw new Failure(`The response of ${host} is too large.`);
    }
    const value = await Promise.resolve(text).then(JSON.parse).catch(() => null);
    return { status: response.statusCode, headers: response.headers, body: value ?? {} };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`No response from ${host}: ${signal.aborted ? "timeout" : error.code}`);
  }
}

/** Returns the endpoints: from the environment, or from the metadata of the issuer (RFC 8414). */
async function server() {
  const names = ["issuer", "authorization_endpoint", "token_endpoint", "revocation_endpoint"];
  const found = Object.fromEntries(names.map((name) => [name, setting(name.toUpperCase())]));
  if (found.token_endpoint) return found;
  const url = new URL(found.issuer);
  url.pathname = "/.well-known/oauth-authorization-server" + url.pathname.replace(/\/+$/, "");
  const { body: metadata } = await send(url);
  //> TODO 8 (E1): Reject another issuer, and http endpoints except on this machine.
  const { issuer, authorization_endpoint, token_endpoint } = metadata;
  if (issuer !== found.issuer) throw new Failure("The metadata belongs to another issuer.");
  for (const [name, value] of Object.entries({ authorization_endpoint, token_endpoint })) {
    if (!SECURE.test(value)) throw new Failure(`The ${name} is not secure: ${printable(value)}`);
  }
  //<
  return metadata;
}

function challenge(verifier) {
  //> TODO 3 (A3): Return base64url(SHA-256(verifier)) without padding (RFC 7636 §4.2).
  //= return verifier;
  return createHash("sha256").update(verifier).digest("base64url");
  //<
}

/** Listens, calls `ready`, and returns the parameters of the first redirect that it accepts. */
function redirectParameters(uri, accepts, ready) {
  const listener = http.createServer();
  const redirect = new Promise((resolve, reject) => {
    const fail = (reason) => reject(new Failure(`No redirect at ${uri.host}: ${reason}`));
    setTimeout(fail, 120_000, "timeout").unref();
    listener.on("error", (error) => fail(error.code));
    listener.on("request", (request, response) => {
      const [path, ...query] = request.url.split("?");
      const parameters = new URLSearchParams(query.join("?"));
      const isOurs = request.headers.host === uri.host && path === uri.pathname;
      const isUsed = isOurs && request.method === "GET" && accepts(parameters);
      if (isUsed) response.on("close", () => resolve(parameters));
      response.writeHead(isUsed ? 200 : 400, { "Content-Type": "text/plain" });
      response.end(isUsed ? "You can close this page." : "Not used.");
    });
  });
  listener.listen(uri.port, "127.0.0.1", ready);
  return redirect.finally(() => {
    listener.close();
    listener.closeAllConnections(); // Browsers keep connections open, and the client would wait.
  });
}

function openBrowser(url) {
  console.log("Open this URL:", url);
  const program = process.env.BROWSER || (process.platform === "darwin" ? "open" : "xdg-open");
  spawn(program, [url], { stdio: "ignore" }).on("error", () => {}).unref(); // The URL is printed.
}

async function authorize(endpoints) {
  //> TODO 2 (A2): Generate a new state of 16 random bytes and a new verifier of 32, in base64url.
  //= const [state, verifier] = ["state", "v".repeat(43)];
  const state = randomBytes(16).toString("base64url");
  const verifier = randomBytes(32).toString("base64url");
  //<
  const uri = new URL(setting("REDIRECT_URI"));
  const promisesIss = endpoints.authorization_response_iss_parameter_supported === true;
  const accepts = (parameters) => {
    //> TODO 4 (B1): Accept only this state, no repeated parameter, the right iss, code or error.
    //= return true;
    const names = [...parameters.keys()];
    if (names.length !== new Set(names).size || parameters.get("state") !== state) return false;
    return promisesIss || parameters.has("iss") ? parameters.get("iss") === endpoints.issuer : true;
    //<
  };
  const url = new URL(endpoints.authorization_endpoint);
  url.search = new URLSearchParams({
    ...Object.fromEntries(url.searchParams), response_type: "code", client_id: setting("CLIENT_ID"),
    redirect_uri: setting("REDIRECT_URI"), scope: setting("SCOPE"), state,
    code_challenge: challenge(verifier), code_challenge_method: "S256",
  });
  const redirect = await redirectParameters(uri, accepts, () => openBrowser(url.href));
  const { code, error, error_description: description = "" } = Object.fromEntries(redirect);
  if (error) throw new Failure("Access was not granted: " + printable(`${error} ${description}`));
  if (!code) throw new Failure("The redirect has neither a code nor an error.");
  return { code, code_verifier: verifier };
}

/** Sends a form with the client's authentication (RFC 6749 §2.3.1). */
function post(url, form) {
  const encoded = (name) => new URLSearchParams({ "": setting(name) }).toString().slice(1);
  const auth = setting("CLIENT_SECRET") && `${encoded("CLIENT_ID")}:${encoded("CLIENT_SECRET")}`;
  const body = new URLSearchParams(auth ? form : { ...form, client_id: setting("CLIENT_ID") });
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  return send(url, { method: "POST", auth, headers, body: body.toString() });
}

/** Sends a token request once, and stores the tokens before anything uses them. */
async function tokenRequest(endpoints, form) {
  const { status, headers, body: tokens } = await post(endpoints.token_endpoint, form);
  //> TODO 5 (C2): Report 410, 429, and other errors. Check the token, its type, and the scopes.
  //= if (status !== 200) throw new Failure(`No token: status ${status}.`);
  if (status === 410) throw new Failure("410: the server says that this service no longer exists.");
  const wait = printable(headers["retry-after"] ?? "not given");
  if (status === 429) throw new Failure(`429: try again later. Retry-After: ${wait}`);
  if (status !== 200 || typeof tokens.access_token !== "string") {
    const reason = tokens.error ?? tokens.errors?.[0]?.errorType ?? "no reason";
    if (reason === "invalid_grant") await fs.rm(setting("TOKEN_FILE"), { force: true });
    const advice = reason === "invalid_grant" ? " Start the client again to authorize." : "";
    throw new Failure(`No token: status ${status}, ${printable(reason)}.${advice}`);
  }
  const type = printable(tokens.token_type);
  if (type.toLowerCase() !== "bearer") throw new Failure(`Unknown token type: ${type}`);
  const granted = String(tokens.scope ?? setting("SCOPE")).split(" ");
  const missing = setting("SCOPE").split(" ").filter((name) => name && !granted.includes(name));
  if (missing.length > 0) console.log("Not granted:", missing.join(" "));
  //<
  tokens.refresh_token ??= form.refresh_token;
  await store(tokens);
  return tokens;
}

const load = () => fs.readFile(setting("TOKEN_FILE"), "utf8").then(JSON.parse).catch(() => null);

async function store(tokens) {
  const name = setting("TOKEN_FILE");
  //> TODO 6 (C14): Make the file readable by the owner only, and replace it in one step.
  //= await fs.writeFile(name, JSON.stringify(tokens));
  const file = await fs.open(name + ".new", "w", 0o600);
  await file.writeFile(JSON.stringify(tokens));
  await file.sync();
  await file.close();
  await fs.rename(name + ".new", name);
  //<
}

async function signIn(endpoints) {
  const form = { grant_type: "authorization_code", redirect_uri: setting("REDIRECT_URI") };
  return tokenRequest(endpoints, { ...form, ...(await authorize(endpoints)) });
}

function profile(token) {
  //> TODO 1 (A1): Present the access token in the header field Authorization (RFC 6750 §2.1).
  //= return send(setting("API"));
  return send(setting("API"), { headers: { Authorization: `Bearer ${token}` } });
  //<
}

/** Runs `action` while no other process of this client refreshes or revokes the tokens. */
async function locked(action) {
  const name = setting("TOKEN_FILE") + ".lock";
  const take = () => fs.writeFile(name, "", { flag: "wx" }).then(() => true, () => false);
  for (const end = Date.now() + 5000; !(await take()); await sleep(100)) {
    if (end < Date.now()) throw new Failure(`The lock is in use or cannot be created: ${name}`);
    const { mtimeMs } = await fs.stat(name).catch(() => ({}));
    if (mtimeMs < Date.now() - 20_000) await fs.rm(name, { force: true }); // Its process ended.
  }
  return action().finally(() => fs.rm(name, { force: true }));
}

/** Revokes the tokens (RFC 7009 §2.1), and deletes the token file. */
async function revoke({ revocation_endpoint: url }) {
  const { refresh_token: token } = (await load()) ?? {};
  if (!token) throw new Failure("There is no token file with a refresh token.");
  const fail = (reason) => new Failure(`${reason}. The tokens may still be valid.`);
  if (!SECURE.test(url)) throw fail("The server has no secure revocation endpoint");
  const form = { token, token_type_hint: "refresh_token" };
  const request = () => post(url, form).catch(({ message }) => Promise.reject(fail(message)));
  let { status, headers } = await request();
  if (status === 503) {
    await sleep(1000 * Math.min(Number(headers["retry-after"]) || 1, 5));
    ({ status } = await request());
  }
  if (status !== 200) throw fail(`Revocation: status ${status}`);
  await fs.rm(setting("TOKEN_FILE"));
  console.log("The tokens are revoked, and the token file is deleted.");
}

async function main() {
  const endpoints = await server();
  if (process.argv[2] === "revoke") return locked(() => revoke(endpoints));
  let tokens = (await load()) ?? (await signIn(endpoints));
  let { status, body } = await profile(tokens.access_token);
  //> TODO 7 (D1): After a 401, refresh once inside locked(), and repeat the API call once.
  if (status === 401 && tokens.refresh_token) {
    const form = { grant_type: "refresh_token", refresh_token: tokens.refresh_token };
    tokens = await locked(async () => {
      const stored = await load(); // Another process may have refreshed.
      if (stored && stored.refresh_token !== form.refresh_token) return stored;
      return tokenRequest(endpoints, form);
    });
    ({ status, body } = await profile(tokens.access_token));
  }
  //<
  if (status !== 200) throw new Failure(`The API returned status ${status}.`);
  console.log("Hello,", printable(body.user?.displayName ?? "user"));
}

main().catch((error) => {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
});
