import './shell/tokens.css';
import './shell/page.css';
import './shell/top.css';
import './shell/work.css';
import './filters/filters.css';
import './explain/explain.css';
import { render } from 'solid-js/web';
import { App } from './shell/App';

const page = document.getElementById('page');
if (page !== null) {
  render(() => <App />, page);
}
