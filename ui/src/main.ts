import { mount } from 'svelte';
import App from './frame/App.svelte';
import { hangIcons } from './parts/sprite';
import './style/index.css';

hangIcons();
const target = document.getElementById('app');
if (target) mount(App, { target });
