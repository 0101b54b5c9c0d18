import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { api, onSignedOut } from "@/api/client";
import { queryClient } from "@/api/query_client";
import { type Me, sessionQuery } from "@/api/session";
import { SignInAgain } from "./SignInAgain";
import { sessionEnded, useSessionEnd } from "./session_end";

const goTo = vi.hoisted(() => vi.fn());
vi.mock("@tanstack/react-router", () => ({ useRouter: () => ({ navigate: goTo }) }));

const ME = { user: { login: "wang.fang", name: "王芳" } } as Me;

/** A page that somebody types into and sends. */
function Desk() {
  const [text, setText] = useState("");
  const [rev, setRev] = useState("");
  const me = useSessionEnd((state) => state.me);
  const send = () => api.put<{ rev: number }>("/forms/f", { text }).then((saved) => setRev(`saved ${saved.rev}`));
  return (
    <QueryClientProvider client={queryClient}>
      <input aria-label="text" value={text} onChange={({ target }) => setText(target.value)} />
      <button type="button" aria-label="send" onClick={() => void send().catch(() => setRev("lost"))} />
      <output>{rev}</output>
      {me && <SignInAgain me={me} />}
    </QueryClientProvider>
  );
}

/** The session has ended; `right` is the password that opens a new one. `isGiven`: it opens only the way to an own one. */
function serverWith(right: string, isGiven = false) {
  let isIn = false;
  const refused = (code: string) =>
    new Response(JSON.stringify({ code }), { status: 401, headers: { "content-type": "application/problem+json" } });
  const asked = vi.fn(async (url: string, { method, body }: RequestInit) => {
    if (url.endsWith("/session/password")) isIn = JSON.parse(String(body)).current === right;
    if (url.endsWith("/session/password") && isIn) return new Response(null, { status: 204 });
    if (method === "GET" && isIn) return new Response(JSON.stringify(ME));
    if (method !== "POST") return isIn ? new Response('{"rev":7}') : refused("signed_out");
    const isRight = JSON.parse(String(body)).password === right;
    isIn = isRight && !isGiven;
    if (isRight) return new Response(JSON.stringify({ ...ME, must_change_password: isGiven }));
    return refused(url.endsWith("/session") ? "credentials_wrong" : "");
  });
  vi.stubGlobal("fetch", asked);
  return asked;
}

describe("a session that ends while somebody writes", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    queryClient.clear();
    goTo.mockClear();
  });

  function write() {
    queryClient.setQueryData(sessionQuery.queryKey, ME);
    onSignedOut(sessionEnded);
    render(<Desk />);
    fireEvent.change(screen.getByLabelText("text"), { target: { value: "half a page" } });
    fireEvent.click(screen.getByLabelText("send"));
  }

  function signInWith(field: HTMLElement, password: string) {
    fireEvent.change(field, { target: { value: password } });
    fireEvent.submit(field);
  }

  it("keeps the page, asks for the password, and goes on with what was sent", async () => {
    const asked = serverWith("correct horse");
    write();
    const password = await screen.findByLabelText("王芳 的密码");
    signInWith(password, "wrong");
    expect(await screen.findByRole("alert")).toBeInTheDocument();
    signInWith(password, "correct horse");
    expect(await screen.findByText("saved 7")).toBeInTheDocument();
    expect(screen.getByLabelText("text")).toHaveValue("half a page");
    const puts = asked.mock.calls.filter(([, { method }]) => method === "PUT");
    const keys = puts.map(([, { headers }]) => new Headers(headers).get("idempotency-key"));
    expect([puts.length, new Set(keys).size]).toEqual([2, 1]);
    expect(useSessionEnd.getState().me).toBeNull();
  });

  it("asks for an own password where the old one was given anew, and then goes on", async () => {
    serverWith("given by the office", true);
    write();
    signInWith(await screen.findByLabelText("王芳 的密码"), "given by the office");
    const own = "chosen by myself alone";
    fireEvent.change(await screen.findByLabelText("新密码"), { target: { value: own } });
    signInWith(screen.getByLabelText("再输入一次新密码"), own);
    expect(await screen.findByText("saved 7")).toBeInTheDocument();
    expect(screen.getByLabelText("text")).toHaveValue("half a page");
  });

  it("lets go to another account that sees nothing of this one, and what waited fails", async () => {
    serverWith("correct horse");
    write();
    queryClient.setQueryData(["orders", "one", "o1"], { title: "salaries" });
    fireEvent.click(await screen.findByText("换一个账号"));
    expect(await screen.findByText("lost")).toBeInTheDocument();
    await waitFor(() => expect(queryClient.getQueryData(["orders", "one", "o1"])).toBeUndefined());
    expect(goTo).toHaveBeenCalledWith(expect.objectContaining({ to: "/login" }));
  });

  it("asks once for many calls, and nobody who was not signed in", async () => {
    expect(await sessionEnded()).toBe(false);
    queryClient.setQueryData(sessionQuery.queryKey, ME);
    const [first, second] = [sessionEnded(), sessionEnded()];
    expect(first).toBe(second);
    useSessionEnd.getState().settle(true);
    expect(await second).toBe(true);
  });
});
