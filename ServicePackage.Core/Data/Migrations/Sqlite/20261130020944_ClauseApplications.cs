using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClauseApplications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ClauseApplications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClauseId = table.Column<long>(type: "INTEGER", nullable: false),
                    PolicyClauseId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WithoutApplication = table.Column<bool>(type: "INTEGER", nullable: false),
                    BegunOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    BegunById = table.Column<long>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecidedById = table.Column<long>(type: "INTEGER", nullable: true),
                    DecisionReported = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PaidAmount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PaidById = table.Column<long>(type: "INTEGER", nullable: true),
                    PaymentReported = table.Column<bool>(type: "INTEGER", nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnById = table.Column<long>(type: "INTEGER", nullable: true),
                    CorrectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CorrectedById = table.Column<long>(type: "INTEGER", nullable: true),
                    CorrectedBecause = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClauseApplications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_Accounts_BegunById",
                        column: x => x.BegunById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_Accounts_CorrectedById",
                        column: x => x.CorrectedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_Accounts_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_Accounts_PaidById",
                        column: x => x.PaidById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_Accounts_WithdrawnById",
                        column: x => x.WithdrawnById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_Clauses_ClauseId",
                        column: x => x.ClauseId,
                        principalTable: "Clauses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_PolicyClauses_PolicyClauseId",
                        column: x => x.PolicyClauseId,
                        principalTable: "PolicyClauses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Matches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ClauseId = table.Column<long>(type: "INTEGER", nullable: false),
                    EnterpriseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Matches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Matches_Clauses_ClauseId",
                        column: x => x.ClauseId,
                        principalTable: "Clauses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Matches_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_BegunById",
                table: "ClauseApplications",
                column: "BegunById");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_ClauseId_BegunOn",
                table: "ClauseApplications",
                columns: new[] { "ClauseId", "BegunOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_CorrectedById",
                table: "ClauseApplications",
                column: "CorrectedById");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_DecidedById",
                table: "ClauseApplications",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_PaidById",
                table: "ClauseApplications",
                column: "PaidById");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_PolicyClauseId",
                table: "ClauseApplications",
                column: "PolicyClauseId");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_State",
                table: "ClauseApplications",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_WithdrawnById",
                table: "ClauseApplications",
                column: "WithdrawnById");

            migrationBuilder.CreateIndex(
                name: "IX_OneOpenApplication",
                table: "ClauseApplications",
                columns: new[] { "EnterpriseId", "ClauseId" },
                unique: true,
                filter: "\"State\" IN ('Applied', 'Offered') OR (\"State\" = 'Granted' AND \"Amount\" IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_Matches_ClauseId_EnterpriseId",
                table: "Matches",
                columns: new[] { "ClauseId", "EnterpriseId" });

            migrationBuilder.CreateIndex(
                name: "IX_OneOpenMatch",
                table: "Matches",
                columns: new[] { "EnterpriseId", "ClauseId" },
                unique: true,
                filter: "\"Until\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClauseApplications");

            migrationBuilder.DropTable(
                name: "Matches");
        }
    }
}
