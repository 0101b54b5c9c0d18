import { ConfigProvider, Modal } from "antd";
import en from "antd/es/locale/en_US";
import zh from "antd/es/locale/zh_CN";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useTranslation } from "@/i18n/words";
import { KitModals } from "./kit_modal";
import { kitThemeOf } from "./kit_theme";
import "./layer_focus";
import { useTheme } from "./theme";
import { useIsPhone } from "./viewport";

const InKit = createContext(false);

/** Theme and language of the component kit, for whatever of it is inside. One inside another adds nothing. */
export function Kit({ children }: { children: ReactNode }) {
  return useContext(InKit) ? children : <OuterKit>{children}</OuterKit>;
}

function OuterKit({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const mode = useTheme((state) => state.mode);
  const isPhone = useIsPhone();
  const theme = useMemo(() => kitThemeOf(mode, isPhone), [mode, isPhone]);
  const isChinese = i18n.language === "zh";
  return (
    <InKit value={true}>
      <ConfigProvider
        theme={theme}
        locale={isChinese ? zh : en}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
        variant="outlined"
        // A list that draws only what shows moves while it is pressed, and a screen reader hears three of its choices.
        virtual={false}
      >
        <Modals>{children}</Modals>
      </ConfigProvider>
    </InKit>
  );
}

function Modals({ children }: { children: ReactNode }) {
  const [modal, holder] = Modal.useModal();
  return (
    <KitModals value={modal}>
      {children}
      {holder}
    </KitModals>
  );
}
