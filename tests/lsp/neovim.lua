-- Opens a document in Neovim with `nepalint lsp`, mends it with "fix all", saves it, and says in a file what was seen.
-- Called by tests/lsp/neovim.py: the command of the server, one argument a line, and the report's path come in the
-- environment. Works from Neovim 0.7.

local report = { diagnostics = {} }

local function done(problem)
  report.problem = problem
  local file = assert(io.open(vim.env.NEPALINT_REPORT, 'w'))
  file:write(vim.fn.json_encode(report))
  file:close()
  vim.cmd(problem and 'cquit' or 'quitall!')
end

local function run()
  local buffer = vim.api.nvim_get_current_buf()
  local published = false
  local handlers = {
    ['textDocument/publishDiagnostics'] = function(error, result, context, config)
      vim.lsp.diagnostic.on_publish_diagnostics(error, result, context, config)
      published = true
    end,
  }
  local id = vim.lsp.start_client({
    name = 'nepalint',
    cmd = vim.split(vim.env.NEPALINT_COMMAND, '\n'),
    root_dir = vim.fn.getcwd(),
    handlers = handlers,
  })
  vim.lsp.buf_attach_client(buffer, id)
  if not vim.wait(20000, function() return published end, 20) then
    return done('no diagnostics came')
  end
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    -- Neovim has lines from 0 and columns in bytes.
    table.insert(report.diagnostics, { each.lnum, each.col, each.end_lnum, each.end_col, each.code, each.severity })
  end

  local client = vim.lsp.get_client_by_id(id)
  report.encoding = client.offset_encoding
  local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
  params.context = { diagnostics = {}, only = { 'source.fixAll' } }
  local answer = client.request_sync('textDocument/codeAction', params, 20000, buffer)
  local action = answer and answer.result and answer.result[1]
  if not action then
    return done('no action came')
  end
  report.action = action.kind
  if not action.edit then
    action = client.request_sync('codeAction/resolve', action, 20000, buffer).result
  end
  published = false
  vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
  vim.wait(20000, function() return published end, 20)
  report.left = #vim.diagnostic.get(buffer)
  vim.cmd('silent write')
  vim.lsp.stop_client(id)
  vim.wait(5000, function() return client.is_stopped() end, 20)
  done()
end

vim.opt.fixendofline = false
vim.opt.swapfile = false
vim.schedule(function()
  local fine, problem = pcall(run)
  if not fine then
    done(tostring(problem))
  end
end)
