// What a person does with one hand: how often it presses, and what it types.

/** Counts what a person presses and types: a paste is two presses, whatever it brings. */
export class Hand {
  presses = 0;
  characters = 0;

  constructor(page) {
    this.page = page;
    this.main = page.locator('main');
  }

  async open(path) {
    this.characters += path.length;
    this.presses += 1;
    await this.page.goto(path);
  }

  async press(locator) {
    this.presses += 1;
    await locator.click();
  }

  button(name) {
    return this.press(this.main.getByRole('button', { name }).first());
  }

  link(name, within = this.main) {
    return this.press(within.getByRole('link', { name }).first());
  }

  async type(locator, words) {
    this.presses += 1;
    this.characters += words.length;
    await locator.fill(words);
  }

  async paste(locator, words) {
    this.presses += 2;
    await locator.fill(words);
  }
}
