import { createRequire } from "node:module";

type Convert = (text: string) => string;

/** Characters that only traditional writing uses, commonest first: enough to notice that a text needs converting. */
const sign =
  /[國學會時對關開門見問題們後麼這個為來說話請謝還過進運動務員長報導區縣鄉鎮辦處證號條項規則費錢買賣給級結約組織總線繼續網羅義習業樂產電車軍轉輕較農隊階陽陰際險雙難離雲靜響頁順須領頭類願顧風飛養館馬驗體鬥魚鳥點黨齊齡寫將專尋層屬島師帶幣幾廠廣應張強彈當從復憂愛態懷戲戶拋擁擇擊據擴擾攔攜數斷於昇曉書朧東極構標樣樓機檢權歡歲歷歸殘殺決況沒減測湯準溝滅滿漢潔濟濕灣無煙熱營爭爺牆獎獨獲環現畢畫異療發皺監盤確礦禮禍種積穩窮競筆節範築簡籌糧紀紅納紙細終統經綠維緊編緩縮罰罷聯職聲聽膠腦腳與興舉舊艙藝藥虛蟲術衛裝補複製觀覺觸計訂訊討訓託記許設訪訴診詐評詞詢試詳認誤調談論諮講識議護讓貝負財貨貸責貴貼資賓賠賬質購贈趕趙軌載輔輛輪轄辭連週遊達違遠適遲選遷鄰醫釋鋪錄錯鍋鎖鐵閉間閘閱隨雜雞霧靈韓頂預頻顏額飯飲駕駐騎騙驚鬆鬧麗麥黃龍係嗎搵滯貧賺闆鋼煤噴塗髒擠壞聾啞癱瘓憑撥盜竊販吳陳劉葉孫馮鄧蘇盧蔣魯韋賈鄒閻龐寶偉傑蘭鳳嬌娛媽孃嬸兒廁屍屜岡峽嶺巒帳幹弔彙徵悶慘慣憤懶戀掃掛採捨揀揚換損搖撈撐撲擋擔攤敗敵暈暫榮槍樁櫃欄氣渾湧溫滬滲漁漲潑潛澆瀉災煉燈燒燙牽犧狀獅獸瑣瓊璽瘋癒盡睏瞞矚碼磚稅穀窩竄籃籤糾紋純絲絕絞綁綜縫繞纏罵羨翹聰肅脈膚臉臨舖艦蒼蓋蔭薦蘋蠻衝襪覽謊譜豐豬貓貢貪貫賊賤贏趨跡踐軀輸轎辯郵醜釀鈔釣鈴銀銅銷銲鋒鍊鏡鐘鑄鑰閃閒闊闖隱雛雖靚韌頓顆餃餅饑駛騷髮鬍鮮鴨鵝鹽鹼麵黴齒齣遼晉陝閩粵寧贛楊鄭蕭鍾譚賴賀龔嚴萬歐莊聶嶽駱饒婁鮑鄺喬鄔繆練棟單園場臺華儀詠穎瑩濤]/;

let convert: Convert | null = null;

/** True when the text holds characters of traditional writing. */
export function hasTraditional(text: string): boolean {
  return sign.test(text);
}

/**
 * Traditional to simplified characters, phrase by phrase (乾隆 stays, 乾淨 becomes 干净). The table is loaded the
 * first time that a text needs it: most never do.
 */
export function toSimplified(text: string): string {
  if (!hasTraditional(text)) return text;
  convert ??= loadConverter();
  return convert(text);
}

function loadConverter(): Convert {
  const opencc = createRequire(import.meta.url)("opencc-js/t2cn") as { Converter(options: { from: "t"; to: "cn" }): Convert };
  return opencc.Converter({ from: "t", to: "cn" });
}
