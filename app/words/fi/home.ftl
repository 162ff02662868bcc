home-title = Yhteinen suunnitelmanne
home-text = Asiakkaat tulevat sisään sähköpostissa olevalla henkilökohtaisella linkillä. Jos linkki on hukassa tai vanhentunut, lähetämme uuden.
