import { expect, it } from "vitest";
import { mentionedIn } from "./mentions";

const people = [
  { id: "1", name: "李华" },
  { id: "2", name: "李华明" },
  { id: "3", name: "Anna Schmidt" },
];

it("a mention is a name after an @, the longest that fits, each person once", () => {
  expect(mentionedIn("@李华明 请看 @Anna Schmidt, 还有@李华明", people)).toEqual(["2", "3"]);
  expect(mentionedIn("@李华 a@b.example 李华明", people)).toEqual(["1"]);
});
