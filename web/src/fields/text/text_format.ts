// Shapes a text can be asked to have; the twin of src/form/kind/line.rs.

import type { TextControl } from "@/model/form";

const MOBILE = /^(?:1[3-9]\d{9}|\+\d{7,15})$/;
const EMAIL = /^[^\s@,]{1,64}@[^\s@,.]+(?:\.[^\s@,.]+)+$/;
const URL_SHAPE = /^https?:\/\/[^\s/?#:][^\s/?#]*(?:[/?#]\S*)?$/;

const EMAIL_CHARS_MAX = 254;

export function hasFormat(text: string, format: TextControl["format"]): boolean {
  switch (format) {
    case "any":
      return true;
    case "mobile":
      return MOBILE.test(text.replace(/[ -]/g, ""));
    case "email":
      return text.length <= EMAIL_CHARS_MAX && EMAIL.test(text);
    case "url":
      return URL_SHAPE.test(text);
  }
}

/** Characters as the server counts them: a rare character is one, though it takes two UTF-16 units. */
export function charCount(text: string): number {
  return Array.from(text.trim()).length;
}
