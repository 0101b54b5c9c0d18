import { createLink } from "@tanstack/react-router";
import { Button } from "antd";

/** A button that leads to a page: one link and one stop of the Tab key, never a button inside a link. */
export const LinkButton = createLink(Button);
